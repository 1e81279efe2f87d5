/** The lock by which one database has one server, or one of several. */
@NullMarked
package org.campaignbot.storage.serving;

import org.jspecify.annotations.NullMarked;
