@NullMarked
package org.campaignbot.content.problem;

import org.jspecify.annotations.NullMarked;
