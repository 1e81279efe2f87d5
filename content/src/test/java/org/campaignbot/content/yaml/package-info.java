@NullMarked
package org.campaignbot.content.yaml;

import org.jspecify.annotations.NullMarked;
