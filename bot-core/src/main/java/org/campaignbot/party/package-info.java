/**
 * Call parties: a group calls together for a while, each member at an office of their own, and sees only how many calls there
 * were. A party is one immutable value with pure rules; it is stored in one row, and its members are forgotten when it ends.
 */
@NullMarked
package org.campaignbot.party;

import org.jspecify.annotations.NullMarked;
