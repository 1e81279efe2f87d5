/**
 * Shared test code for every module: a settable clock, and contract tests for each port, which all its implementations pass. A
 * contract is an abstract class; an implementation's test extends it and creates the object under test.
 */
@NullMarked
package org.campaignbot.testkit;

import org.jspecify.annotations.NullMarked;
