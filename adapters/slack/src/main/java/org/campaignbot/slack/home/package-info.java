/** The Home tab of a person. */
@NullMarked
package org.campaignbot.slack.home;

import org.jspecify.annotations.NullMarked;
