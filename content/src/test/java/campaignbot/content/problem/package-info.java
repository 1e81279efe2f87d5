@NullMarked
package campaignbot.content.problem;

import org.jspecify.annotations.NullMarked;
