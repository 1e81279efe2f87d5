/**
 * What authors may write: the keys of every file, each with what it holds and a sentence about it. The readers refuse what
 * isn't listed here, and the schemas for editors are generated from the same lists.
 */
@NullMarked
package org.campaignbot.content.format;

import org.jspecify.annotations.NullMarked;
