@NullMarked
package org.campaignbot.content.check;

import org.jspecify.annotations.NullMarked;
