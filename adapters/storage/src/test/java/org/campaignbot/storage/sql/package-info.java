@NullMarked
package org.campaignbot.storage.sql;

import org.jspecify.annotations.NullMarked;
