@NullMarked
package org.campaignbot.content;

import org.jspecify.annotations.NullMarked;
