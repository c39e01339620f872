@NullMarked
package org.luheng.app.database.web;

import org.jspecify.annotations.NullMarked;
