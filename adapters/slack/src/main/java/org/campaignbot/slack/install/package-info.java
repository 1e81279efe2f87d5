/** The pages by which a workspace installs the app, and the app's manifest. */
@NullMarked
package org.campaignbot.slack.install;

import org.jspecify.annotations.NullMarked;
