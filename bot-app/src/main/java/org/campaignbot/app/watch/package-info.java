/**
 * What operators see of a running server: whether each job and platform is healthy, since when it isn't, and what to do about it.
 * It contains no names of people and nothing that anyone said.
 */
@NullMarked
package org.campaignbot.app.watch;

import org.jspecify.annotations.NullMarked;
