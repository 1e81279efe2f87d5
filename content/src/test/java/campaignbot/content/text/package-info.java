@NullMarked
package campaignbot.content.text;

import org.jspecify.annotations.NullMarked;
