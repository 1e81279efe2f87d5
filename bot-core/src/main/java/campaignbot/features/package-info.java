/**
 * Everything of the features that a pack can call by name, in one place.
 * Whoever runs, checks or tests a pack takes it from here, so that all of them know the same.
 */
@NullMarked
package campaignbot.features;

import org.jspecify.annotations.NullMarked;
