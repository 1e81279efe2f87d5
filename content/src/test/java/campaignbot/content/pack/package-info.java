@NullMarked
package campaignbot.content.pack;

import org.jspecify.annotations.NullMarked;
