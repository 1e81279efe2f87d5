/** Reads the drafts of alerts that organizers write as files. Problems are reported as in a pack, by file, line and column, with a fix. */
@NullMarked
package org.campaignbot.content.alert;

import org.jspecify.annotations.NullMarked;
