/**
 * What an alert is and its lifecycle: its draft, its stages, who may move it on, and the trail of every change. Rules here are
 * pure and refusals are values; its audience, check, desk, sending and readers have packages of their own.
 */
@NullMarked
package org.campaignbot.alert;

import org.jspecify.annotations.NullMarked;
