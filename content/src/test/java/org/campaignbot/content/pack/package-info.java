@NullMarked
package org.campaignbot.content.pack;

import org.jspecify.annotations.NullMarked;
