/**
 * What whoever runs the bot does beside it: looking how it is, backups, who organizes, and whom it answers no more.
 * Each command works on the database of the installation, also while a server runs on it, which takes up a change in seconds.
 */
@NullMarked
package campaignbot.app.operate;

import org.jspecify.annotations.NullMarked;
