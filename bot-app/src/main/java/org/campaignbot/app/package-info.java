/**
 * The command line: the commands that there are, and how they end.
 */
@NullMarked
package org.campaignbot.app;

import org.jspecify.annotations.NullMarked;
