@NullMarked
package campaignbot.content.understanding;

import org.jspecify.annotations.NullMarked;
