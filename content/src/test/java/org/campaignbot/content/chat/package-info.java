@NullMarked
package org.campaignbot.content.chat;

import org.jspecify.annotations.NullMarked;
