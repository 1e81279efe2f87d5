/**
 * What operators see of a running server: whether each job and platform is well, since when it is not and what to do about it.
 * It knows nobody of whom it tells, and nothing that anybody said.
 */
@NullMarked
package org.campaignbot.app.watch;

import org.jspecify.annotations.NullMarked;
