@NullMarked
package org.campaignbot.content.readability;

import org.jspecify.annotations.NullMarked;
