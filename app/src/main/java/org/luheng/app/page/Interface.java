package org.luheng.app.page;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the interface for programs says of itself; its address is the one it was asked at. */
@Configuration(proxyBeanMethods = false)
class Interface {
    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? null : known.getVersion();
        return new OpenAPI()
                .info(new Info().title("绿衡 Luheng API").version(version == null ? "?" : version))
                .servers(List.of(new Server().url("/")));
    }
}
