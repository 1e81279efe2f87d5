/**
 * What the tests of every module share: a settable clock, and a contract suite for each port, which all its implementations pass.
 * A suite is an abstract class; an implementation's test extends it and makes the thing to be tested.
 */
@NullMarked
package campaignbot.testkit;

import org.jspecify.annotations.NullMarked;
