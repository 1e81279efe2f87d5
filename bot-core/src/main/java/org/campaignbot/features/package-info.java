/**
 * Everything in the features that a pack can call by name, in one place. Code that runs, checks or tests a pack gets it from
 * here, so that all use the same.
 */
@NullMarked
package org.campaignbot.features;

import org.jspecify.annotations.NullMarked;
