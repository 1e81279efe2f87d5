/**
 * What organizers write, and the code that reads and checks it.
 * Whatever is wrong in their files becomes a {@link campaignbot.content.Problem} with a position and a mend, never an exception.
 */
@NullMarked
package campaignbot.content;

import org.jspecify.annotations.NullMarked;
