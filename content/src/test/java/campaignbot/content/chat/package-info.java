@NullMarked
package campaignbot.content.chat;

import org.jspecify.annotations.NullMarked;
