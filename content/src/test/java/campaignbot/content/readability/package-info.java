@NullMarked
package campaignbot.content.readability;

import org.jspecify.annotations.NullMarked;
