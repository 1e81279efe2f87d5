@NullMarked
package org.campaignbot.content.format;

import org.jspecify.annotations.NullMarked;
