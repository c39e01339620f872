/** Pages of the issues. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.issue.web;
