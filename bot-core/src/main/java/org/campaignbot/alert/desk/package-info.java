/**
 * Where organizers work: one desk behind the command line and the conversations on every platform. An action that isn't allowed
 * gets a refusal or findings as its answer.
 */
@NullMarked
package org.campaignbot.alert.desk;

import org.jspecify.annotations.NullMarked;
