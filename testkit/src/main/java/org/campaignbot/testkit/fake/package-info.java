/**
 * What the fakes of all platforms share and what says nothing of any platform: the log of calls, faults that wait for theirs, JSON and threads.
 * Rules and errors of a platform stand in its own package, since each of them has its own source.
 */
@NullMarked
package org.campaignbot.testkit.fake;

import org.jspecify.annotations.NullMarked;
