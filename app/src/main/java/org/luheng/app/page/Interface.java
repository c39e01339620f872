package org.luheng.app.page;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the interface for programs says of itself; its address is the one it was asked at. */
@Configuration(proxyBeanMethods = false)
class Interface {
    private static final String TOKEN = "token";

    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? null : known.getVersion();
        return new OpenAPI()
                .info(new Info().title("绿衡 Luheng API").version(version == null ? "?" : version))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("访问令牌，登录后在“我的账户 · 访问令牌”生成；公开的内容不带也能读")))
                // The second, empty one: what is public needs none.
                .security(List.of(new SecurityRequirement().addList(TOKEN), new SecurityRequirement()))
                .servers(List.of(new Server().url("/")));
    }
}
