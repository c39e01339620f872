package org.luheng.accounting;

import java.math.BigDecimal;

/**
 * What is assumed of the years that are not over yet.
 *
 * @param productGrowth of GDP, percent a year
 * @param energyGrowth of energy before savings and projects, percent a year
 * @param savings energy saved by measures not yet at work, 万吨标准煤 in each year to come
 * @param project energy of projects not yet running, 万吨标准煤 in each year to come
 * @param projectProduct what they add to GDP, 亿元 at constant prices in each year to come
 */
public record Assumptions(
        BigDecimal productGrowth,
        BigDecimal energyGrowth,
        BigDecimal savings,
        BigDecimal project,
        BigDecimal projectProduct) {}
