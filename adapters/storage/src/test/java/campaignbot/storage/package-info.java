@NullMarked
package campaignbot.storage;

import org.jspecify.annotations.NullMarked;
