@NullMarked
package org.campaignbot.content.text;

import org.jspecify.annotations.NullMarked;
