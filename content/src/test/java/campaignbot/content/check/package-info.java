@NullMarked
package campaignbot.content.check;

import org.jspecify.annotations.NullMarked;
