package org.luheng.app.rule;

import java.util.List;
import org.luheng.accounting.RuleEdition;
import org.luheng.app.page.Frame;

/** Every rule edition of this installation. */
public record RulesPage(Frame frame, List<RuleEdition> editions, String hash) {}
