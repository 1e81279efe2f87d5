@NullMarked
package org.campaignbot.storage;

import org.jspecify.annotations.NullMarked;
