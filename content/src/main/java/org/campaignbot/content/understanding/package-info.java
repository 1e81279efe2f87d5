/** Understands free text by the words in a pack. It's deterministic: the same words mean the same, whoever writes them and whenever. */
@NullMarked
package org.campaignbot.content.understanding;

import org.jspecify.annotations.NullMarked;
