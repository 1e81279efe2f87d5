@NullMarked
package campaignbot.content.yaml;

import org.jspecify.annotations.NullMarked;
