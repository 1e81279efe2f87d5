/**
 * The Java steps of the actions: which office to call next, and what is left to do. They read the home that a conversation keeps
 * and never learn the person's identity.
 */
@NullMarked
package org.campaignbot.calls;

import org.jspecify.annotations.NullMarked;
