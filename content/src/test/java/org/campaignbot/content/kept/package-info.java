@NullMarked
package org.campaignbot.content.kept;

import org.jspecify.annotations.NullMarked;
