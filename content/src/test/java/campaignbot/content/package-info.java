@NullMarked
package campaignbot.content;

import org.jspecify.annotations.NullMarked;
