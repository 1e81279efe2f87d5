@NullMarked
package org.campaignbot.content.understanding;

import org.jspecify.annotations.NullMarked;
